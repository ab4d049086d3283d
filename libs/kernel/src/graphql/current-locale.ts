import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Locale } from '../text/text-catalogue.js';

/** Parameter of a resolver: the reader's language. */
export const CurrentLocale = createParamDecorator(
  (_: unknown, execution: ExecutionContext) =>
    GqlExecutionContext.create(execution).getContext<{ locale: Locale }>().locale,
);
