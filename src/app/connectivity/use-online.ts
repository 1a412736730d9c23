import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

// It takes every page for one that was loaded with a network.
onlineManager.setOnline(navigator.onLine)

const subscribe = (listener: () => void): (() => void) => onlineManager.subscribe(listener)

/** Whether the device has any network connection. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => onlineManager.isOnline())
