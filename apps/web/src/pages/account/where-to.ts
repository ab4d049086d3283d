import { useSearchParams } from 'react-router';

/** Where to go after signing in: a place of the portal's own, never another site's. */
export function useWhereTo(): string {
  const [parameters] = useSearchParams();
  const wanted = parameters.get('to') ?? '';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/desk';
}
