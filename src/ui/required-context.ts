import { createContext, use, type Context } from 'react'

/**
 * A context without a default, and the hook that reads it.
 *
 * @param provider what has to be around; the hook throws outside of it
 */
export function requiredContext<T>(provider: string): readonly [Context<T | null>, () => T] {
  const context = createContext<T | null>(null)
  const useRequired = (): T => {
    const value = use(context)
    if (value === null) throw new Error(`Used outside of ${provider}`)
    return value
  }
  return [context, useRequired]
}
