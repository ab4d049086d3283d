import { createContext, type ReactNode, useContext } from 'react';
import { useSearchParams } from 'react-router';

/** What the portal knows of the server that it came from. */
interface Surroundings {
  /** Whether messages are left in a folder of the server instead of being sent. */
  readonly outbox: boolean;
}

const SurroundingsContext = createContext<Surroundings>({ outbox: false });

export function SurroundingsProvider({ outbox, children }: Surroundings & { children: ReactNode }) {
  return <SurroundingsContext.Provider value={{ outbox }}>{children}</SurroundingsContext.Provider>;
}

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);

/** Where to go after signing in or joining, `usual` where nothing was wanted: a place of the portal's own, never another site's. */
export function useWhereTo(usual = '/desk'): string {
  const [parameters] = useSearchParams();
  const wanted = parameters.get('to') ?? '';
  return /^\/(?![/\\])/.test(wanted) ? wanted : usual;
}
