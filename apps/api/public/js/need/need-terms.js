/** What must be filled in before a need can be published, in the order of the form. */
export const REQUIRED = ['title', 'amount', 'region'];

/** A field of the form by its name. */
const valueOf = (form, name) => form.elements[name].value.trim();

/** The names of the required fields that are empty or not sound. */
export function missingFields(form) {
  const sound = { amount: (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 };
  return REQUIRED.filter(
    (name) => valueOf(form, name) === '' || sound[name]?.(valueOf(form, name)) === false,
  );
}

/** The form as the input of createProcurementNeed; `attempt` makes a retry create nothing twice. */
export function needInput(form, actingOrganizationId, attempt) {
  const quantity = {
    amount: valueOf(form, 'amount'),
    unit: valueOf(form, 'unit') || '件',
    period: valueOf(form, 'period'),
  };
  return {
    actingOrganizationId,
    clientMutationId: attempt,
    title: valueOf(form, 'title'),
    description: valueOf(form, 'description') || null,
    lines: [{ quantity }],
    deliveryRegionCode: valueOf(form, 'region'),
    deliverBy: valueOf(form, 'deliverBy') || null,
  };
}
