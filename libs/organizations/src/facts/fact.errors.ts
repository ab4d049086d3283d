import { Outcome, OutcomeType } from '@app/kernel';

@OutcomeType(
  'CertificateAlreadyDeclaredError',
  'A certificate of the same kind, number and site is there already.',
)
export class CertificateAlreadyDeclaredError extends Outcome {
  constructor() {
    super('CERTIFICATE_ALREADY_DECLARED', {}, ['input.kindId', 'input.number', 'input.site']);
  }
}

@OutcomeType('TierAlreadyDeclaredError', 'The same recognition of the same year is there already.')
export class TierAlreadyDeclaredError extends Outcome {
  constructor() {
    super('TIER_ALREADY_DECLARED', {}, ['input.level', 'input.year']);
  }
}
