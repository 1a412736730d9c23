/** As passports and most people write Russian names in Latin letters. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '',
  ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
} // prettier-ignore

/** What is written in more than one way, in one of them. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/y|j/g, 'i'],
  [/ii+/g, 'i'],
  [/kh/g, 'h'],
]

/**
 * A name as it is looked for: without regard to capitals, marks over letters, and to whether it is written in Cyrillic or Latin letters. `Анна` is
 * found by `anna`, `Julia Sokolova` by `юлия соколова`.
 */
export function foldName(name: string): string {
  const plain = name
    .toLocaleLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
  const latin = [...plain].map((letter) => LATIN[letter] ?? letter).join('')
  return SAME.reduce((text, [from, to]) => text.replaceAll(from, to), latin)
}

/**
 * How well a name fits what is typed, both folded: 0 where it begins with it, 1 where one of its words does, 2 where it is somewhere inside, null where it
 * is not.
 */
export function nameFit(name: string, wanted: string): 0 | 1 | 2 | null {
  if (name.startsWith(wanted)) return 0
  if (!name.includes(wanted)) return null
  for (let at = name.indexOf(wanted); at > 0; at = name.indexOf(wanted, at + 1)) if (!/[\p{L}\p{N}]/u.test(name.charAt(at - 1))) return 1
  return 2
}
