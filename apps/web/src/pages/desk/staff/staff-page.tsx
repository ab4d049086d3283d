import { Claims } from './claims.js';
import { FactCheck } from './fact-check.js';
import { StaffFrame } from './staff-frame.js';

/** What the platform's staff decides and checks. */
export function StaffPage() {
  return (
    <StaffFrame title="staff.title">
      <Claims />
      <FactCheck />
    </StaffFrame>
  );
}

export { StaffPage as Component };
