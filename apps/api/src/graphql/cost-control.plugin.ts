import type { RequestContext } from '@app/identity';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { rateRefusal } from '../security/rate-refusal.js';
import type { RequestRates } from '../security/request-rates.js';
import { limitError } from './limits/limit-error.js';
import { OperationCosts } from './limits/operation-costs.js';

function tooExpensive(cost: number, max: number): GraphQLError {
  const { message, originalError } = limitError('QUERY_TOO_EXPENSIVE', { cost, max });
  return new GraphQLError(message, { originalError, extensions: { http: { status: 400 } } });
}

/**
 * Refuses operations that ask for too much at once, and callers who ask for too much in a minute. It runs for every
 * request, also for documents that are known and for those that are executed in compiled form, and before them.
 */
export function costControlPlugin(maxCost: number, rates: RequestRates): ApolloServerPlugin<RequestContext> {
  const costs = new OperationCosts();
  const listener: GraphQLRequestListener<RequestContext> = {
    async didResolveOperation({ schema, document, operation, request, contextValue }) {
      if (!operation) return;
      const cost = costs.of({ schema, document, operation, variables: request.variables ?? {} });
      if (cost > maxCost) {
        rates.payForRefusal(contextValue);
        throw tooExpensive(cost, maxCost);
      }
      const wait = rates.pay(contextValue, cost);
      if (wait > 0) throw rateRefusal(wait, contextValue.locale);
    },
    async didEncounterErrors({ operation, contextValue }) {
      if (!operation) rates.payForRefusal(contextValue);
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
