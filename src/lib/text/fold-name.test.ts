import { expect, it } from 'vitest'
import { foldName } from './fold-name.ts'

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
