import { graphql } from '../../../api/graphql.js';

export const DECIDE_REGISTRATION = graphql(`
  mutation DecideEventRegistration($input: DecideEventRegistrationInput!) {
    decideEventRegistration(input: $input) {
      __typename
      ... on DecideEventRegistrationPayload {
        registration {
          id
          state
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

export const PRIORITIZE_REGISTRATION = graphql(`
  mutation PrioritizeEventRegistration($input: PrioritizeEventRegistrationInput!) {
    prioritizeEventRegistration(input: $input) {
      __typename
      ... on PrioritizeEventRegistrationPayload {
        registration {
          id
          state
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

export const EXPORT_FILE = graphql(`
  mutation ExportEventFile($input: ExportEventFileInput!) {
    exportEventFile(input: $input) {
      __typename
      ... on ExportEventFilePayload {
        base64
        fileName
        mediaType
      }
    }
  }
`);
