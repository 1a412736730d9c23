/** A bare address: not the sign that ends the sentence, and brackets only in pairs. */
export const BARE_LINK = /\bhttps?:\/\/(?![/?#])(?:\([^\s()]*\)|[^\s<>"{}[\]()])*(?:\([^\s()]*\)|[^\s<>"{}[\]().,?!;:'”’»])/gi
