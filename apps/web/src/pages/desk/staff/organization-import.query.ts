import { graphql, REGION, type ResultOf, USER_ERROR } from '../../../api/graphql.js';

/** An uploaded list as staff see it. */
const ORGANIZATION_IMPORT = graphql(
  `
    fragment OrganizationImportEntry on OrganizationImport {
      id
      fileName
      state
      rowsRead
      failure
      startedAt
      counts {
        rows
        created
        updated
        unchanged
        rejected
        warnings
      }
      columns {
        position
        heading
        readAs
        droppedBecause
        examples
      }
      firstRows {
        line
        name
        creditCode
        address
        foundedOn
        businessScope
        region {
          ...Region
        }
        industry {
          code
          name
        }
        registeredCapital {
          amount
          currency
        }
        tiers {
          level
          year
          batch
        }
      }
      problems {
        line
        column
        message
        rejected
      }
    }
  `,
  [REGION],
);

export const ORGANIZATION_IMPORTS = graphql(
  `
    query OrganizationImports {
      organizationImports {
        ...OrganizationImportEntry
      }
    }
  `,
  [ORGANIZATION_IMPORT],
);

export const START_IMPORT = graphql(`
  mutation StartOrganizationImport($input: StartOrganizationImportInput!) {
    startOrganizationImport(input: $input) {
      __typename
      ... on OrganizationImportPayload {
        organizationImport {
          id
        }
      }
    }
  }
`);

export const UPLOAD_PART = graphql(
  `
    mutation UploadOrganizationImportPart($input: UploadOrganizationImportPartInput!) {
      uploadOrganizationImportPart(input: $input) {
        __typename
        ... on OrganizationImportPayload {
          organizationImport {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const RUN_IMPORT = graphql(
  `
    mutation RunOrganizationImport($input: RunOrganizationImportInput!) {
      runOrganizationImport(input: $input) {
        __typename
        ... on OrganizationImportPayload {
          organizationImport {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export type OrganizationImportEntry = ResultOf<typeof ORGANIZATION_IMPORT>;
