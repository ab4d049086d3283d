import { createContext, type ReactNode, useContext } from 'react';

/** What the portal knows of the server that it came from. */
export interface Surroundings {
  /** Whether messages are left in a folder of the server instead of being sent. */
  readonly outbox: boolean;
}

const SurroundingsContext = createContext<Surroundings>({ outbox: false });

export function SurroundingsProvider({ outbox, children }: Surroundings & { children: ReactNode }) {
  return <SurroundingsContext.Provider value={{ outbox }}>{children}</SurroundingsContext.Provider>;
}

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);
