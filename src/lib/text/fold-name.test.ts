import { expect, it } from 'vitest'
import { foldName, nameFit } from './fold-name.ts'

it.each([
  ['Анна Петрова', 'anna'],
  ['Анна Петрова', 'ПЕТРОВА'],
  ['Anna Johnson', 'анна'],
  ['Юлия Соколова', 'yuliya'],
  ['Юлия Соколова', 'iuliia'],
  ['Сергей Хохлов', 'sergey hohlov'],
  ['Алёна Щукина', 'алена'],
  ['José Núñez', 'jose nunez'],
  ['Мария Ким', 'мария'],
])('%s is found by “%s”', (name, find) => expect(foldName(name)).toContain(foldName(find)))

it.each([
  ['Анна Петрова', 'ivan'],
  ['Northern warehouse', 'south'],
])('%s is not found by “%s”', (name, find) => expect(foldName(name)).not.toContain(foldName(find)))

it('what has no other writing stays as it is', () => expect(foldName('Deal #8061 · ООО')).toBe('deal #8061 · ooo'))

it.each([
  ['Anna Petrova', 'an', 0],
  ['History of Anna', 'an', 1],
  ['Planning (Anna)', 'an', 1],
  ['History cut by the plan', 'an', 2],
  ['Deal #8061', 'an', null],
  ['', '', 0],
] as const)('“%s” fits “%s” in rank %s', (name, wanted, rank) => expect(nameFit(foldName(name), foldName(wanted))).toBe(rank))
