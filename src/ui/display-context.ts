import { createContext, use } from 'react'
import { usualDisplay, type Display } from './display.ts'

export const DisplayContext = createContext(usualDisplay)

export const useDisplay = (): Display => use(DisplayContext)
