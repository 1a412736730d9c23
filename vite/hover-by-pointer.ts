import type { CSSOptions, Plugin } from 'vite'

type PostcssPlugin = NonNullable<Extract<CSSOptions['postcss'], { plugins?: unknown }>['plugins']>[number]

const CONDITION = '(hover: hover)'

/** Puts every rule for `:hover` under the condition that there is something to hover with. */
const hoverByPointer: PostcssPlugin = {
  postcssPlugin: 'hover-by-pointer',
  Rule(rule, { AtRule }) {
    const { parent } = rule
    if (!rule.selector.includes(':hover') || (parent?.type === 'atrule' && 'params' in parent && parent.params === CONDITION)) return
    const hovering = rule.selectors.filter((selector) => selector.includes(':hover'))
    const others = rule.selectors.filter((selector) => !selector.includes(':hover'))
    if (others.length > 0) rule.cloneBefore({ selectors: others })
    const condition = new AtRule({ name: 'media', params: CONDITION })
    rule.replaceWith(condition)
    condition.append(rule.clone({ selectors: hovering }))
  },
}

/**
 * After a tap, touch screens leave `:hover` on what was tapped, which looks as if it were chosen, until something else is tapped. Here no file of
 * styles has to think of it.
 */
export const withHoverByPointer = (): Plugin => ({
  name: 'hover-by-pointer',
  config: () => ({ css: { postcss: { plugins: [hoverByPointer] } } }),
})
