/** Whether bytes hold an ASCII text at a place; not where it would begin or end outside of them. */
export const hasTextAt = (view: DataView, at: number, text: string): boolean =>
  at >= 0 && at + text.length <= view.byteLength && [...text].every((sign, index) => view.getUint8(at + index) === sign.charCodeAt(0))
