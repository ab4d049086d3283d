import { jobKind } from '@app/database';

/** Ordered when a list has arrived, to check it, and when staff decide for it, to import it. */
export const IMPORT_LIST = jobKind<{ importId: string }>('import-organization-list', {
  expireSeconds: 3600,
  retries: 5,
});
