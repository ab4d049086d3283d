import type { RequestContext } from '@app/identity';
import { withoutStack } from '@app/kernel';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RETRY_AFTER_SECONDS, SERVER_BUSY } from '../security/admission.js';
import type { OperationAdmission } from '../security/operation-admission.js';
import { rateRefusal, type RequestRates } from '../security/request-rates.js';
import type { QueryLimits } from '../security/safeguards.js';
import { limitError } from '../security/limit-rules.js';
import { OperationCosts, type QueryCost } from '../security/query-cost.js';

/** What the operation of a request costs, once it was counted. */
const countedCosts = new WeakMap<RequestContext, QueryCost>();

/** The cost of a request's operation; undefined before it was counted. */
export function costOf(context: RequestContext): QueryCost | undefined {
  return countedCosts.get(context);
}

function tooExpensive(cost: number, max: number): GraphQLError {
  return withoutStack(() => {
    const { message, originalError } = limitError('QUERY_TOO_EXPENSIVE', { cost, max });
    return new GraphQLError(message, { originalError, extensions: { http: { status: 400 } } });
  });
}

/**
 * Refuses operations that ask for too much at once, and callers who ask for too much in a minute. It runs for every
 * request, also for documents that are known and for those that are executed in compiled form, and before them.
 */
export function costControlPlugin(
  limits: Pick<QueryLimits, 'cost' | 'dear'>,
  rates: RequestRates,
  admission: Pick<OperationAdmission, 'isFull'>,
): ApolloServerPlugin<RequestContext> {
  const costs = new OperationCosts();
  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation({ schema, document, operation, request, contextValue }) {
      if (!operation) return;
      const whole = costs.of({ schema, document, operation, variables: request.variables ?? {} });
      const { cost, dear } = whole;
      countedCosts.set(contextValue, whole);
      if (cost > limits.cost || dear > limits.dear) {
        rates.payForRefusal(contextValue);
        throw cost > limits.cost ? tooExpensive(cost, limits.cost) : tooExpensive(dear, limits.dear);
      }
      if (admission.isFull(contextValue.loaders.budget, whole)) {
        rates.payForRefusal(contextValue);
        throw rateRefusal(RETRY_AFTER_SECONDS, contextValue.locale, SERVER_BUSY);
      }
      const wait = await rates.pay(contextValue, cost, dear);
      if (wait > 0) throw rateRefusal(wait, contextValue.locale);
    },
    async didEncounterErrors({ operation, contextValue }) {
      if (!operation) rates.payForRefusal(contextValue);
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
