import { graphql, type ResultOf } from '../../api/graphql.js';

/** All that a need says to this reader. */
export const NEED_CONTENT = graphql(`
  fragment NeedContent on ProcurementNeed {
    id
    title
    kind
    state
    open
    alias
    description
    visibility
    replyDeadline
    publishedAt
    deliverBy
    purpose
    paymentTerms
    smeReserved
    version
    organization {
      id
      name
      claimState
    }
    deliveryRegion {
      code
      name
      parent {
        code
        name
      }
    }
    requiredCertificates {
      id
      name
    }
    preferredCertificates {
      id
      name
    }
    budget {
      currency
      min
      max
    }
    budgetShown
    targetPriceShown
    targetPrice {
      amount
      currency
      basis
      taxIncluded
    }
    lines {
      id
      position
      name
      partNumber
      drawingNumber
      revision
      material
      process
      tolerance
      surface
      heatTreatment
      inspection
      packaging
      yearlySteps
      startOfProduction
      tooling
      quantity {
        amount
        unit
        period
      }
    }
  }
`);

export const NEED = graphql(
  `
    query Need($id: ID!) {
      procurementNeed(id: $id) {
        ...NeedContent
      }
    }
  `,
  [NEED_CONTENT],
);

export type NeedData = ResultOf<typeof NEED_CONTENT>;
