/** A bare address: without the punctuation that ends the sentence, and with brackets only in pairs. */
export const BARE_LINK = /\bhttps?:\/\/(?![/?#])(?:\([^\s()]*\)|[^\s<>"{}[\]()])*(?:\([^\s()]*\)|[^\s<>"{}[\]().,?!;:'”’»])/gi
