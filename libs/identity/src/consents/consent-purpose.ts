/** What a person can agree to, each by itself and never as a condition of something else (PIPL, articles 14 to 16). */
export enum ConsentPurpose {
  /** That one named organization gets the person's number and address (PIPL, article 23). */
  CONTACT_SHARING = 'CONTACT_SHARING',
  /** That the platform writes about news and events beside what the person does here. */
  NEWS = 'NEWS',
}

/** What was done with a consent. */
export enum ConsentAct {
  GIVEN = 'GIVEN',
  WITHDRAWN = 'WITHDRAWN',
}

/** Whether a consent is for one recipient only, who has to be named. */
export function namesRecipient(purpose: ConsentPurpose): boolean {
  return purpose === ConsentPurpose.CONTACT_SHARING;
}
