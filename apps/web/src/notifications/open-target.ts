/** The type and key within a global id; null for anything else. */
function typeOf(globalId: string): string | null {
  try {
    return atob(globalId.replaceAll('-', '+').replaceAll('_', '/')).split(':')[0] ?? null;
  } catch {
    return null;
  }
}

/** Where in the portal a thing stands that a notification or message is about. */
export function placeOf(globalId: string): string {
  switch (typeOf(globalId)) {
    case 'ProcurementNeed':
      return `/needs/${globalId}`;
    // Each side has a page of its own for these: which one it is is found out on the way.
    case 'SupplyResponse':
    case 'FactRequest':
      return `/open#${globalId}`;
    case 'Capability':
      return `/capabilities/${globalId}`;
    case 'Organization':
      return `/organizations/${globalId}`;
    case 'MatchmakingEvent':
      return `/events/${globalId}`;
    case 'OrganizationClaim':
      return '/desk/join';
    default:
      return '/desk';
  }
}
