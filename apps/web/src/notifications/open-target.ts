/** The type and key within a global id; null for anything else. */
function typeOf(globalId: string): string | null {
  try {
    return atob(globalId.replaceAll('-', '+').replaceAll('_', '/')).split(':')[0] ?? null;
  } catch {
    return null;
  }
}

/** The portal address of the subject of a notification or message. */
export function placeOf(globalId: string): string {
  switch (typeOf(globalId)) {
    case 'ProcurementNeed':
      return `/needs/${globalId}`;
    // The open page decides which of several pages is meant, by side or time.
    case 'SupplyResponse':
    case 'FactRequest':
    case 'EventRegistration':
    case 'OrganizationClaim':
      return `/open#${globalId}`;
    case 'Capability':
      return `/capabilities/${globalId}`;
    case 'Organization':
      return `/organizations/${globalId}`;
    case 'MatchmakingEvent':
      return `/events/${globalId}`;
    case 'NeedCollection':
      return `/desk/collections/${globalId}`;
    default:
      return '/desk';
  }
}
