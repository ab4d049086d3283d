import { graphql } from '../../../api/graphql.js';

export const CLAIM_OUTCOME = graphql(`
  mutation ClaimOutcome($input: ClaimMeetingOutcomeInput!) {
    claimMeetingOutcome(input: $input) {
      __typename
      ... on ClaimMeetingOutcomePayload {
        meeting {
          id
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

export const END_THREAD = graphql(`
  mutation EndThread($input: EndOutcomeThreadInput!) {
    endOutcomeThread(input: $input) {
      __typename
      ... on EndOutcomeThreadPayload {
        meeting {
          id
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

export const RATE_MEETING = graphql(`
  mutation RateOwnMeeting($input: RateMeetingInput!) {
    rateMeeting(input: $input) {
      __typename
      ... on RateMeetingPayload {
        meeting {
          id
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

export const EXPORT_REPORT = graphql(`
  mutation ExportReport($input: ExportEventReportInput!) {
    exportEventReport(input: $input) {
      __typename
      fileName
      mediaType
      base64
    }
  }
`);
