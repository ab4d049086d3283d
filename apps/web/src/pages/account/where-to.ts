import { useSearchParams } from 'react-router';

/** Where to go after signing in or joining, `usual` where nothing was wanted: a place of the portal's own, never another site's. */
export function useWhereTo(usual = '/desk'): string {
  const [parameters] = useSearchParams();
  const wanted = parameters.get('to') ?? '';
  return /^\/(?![/\\])/.test(wanted) ? wanted : usual;
}
