import { Link } from 'react-router';
import { useTexts } from '../../texts/locale.js';

const WAYS = [
  {
    who: 'home.forBuyers',
    text: 'home.forBuyers.text',
    action: 'home.forBuyers.action',
    to: '/desk/needs/new',
  },
  {
    who: 'home.forSuppliers',
    text: 'home.forSuppliers.text',
    action: 'home.forSuppliers.action',
    to: '/desk/capabilities/new',
  },
  {
    who: 'home.forOrganizers',
    text: 'home.forOrganizers.text',
    action: 'home.forOrganizers.action',
    to: '/desk/events/new',
  },
] as const;

/** What the platform does for each kind of reader, and where each begins. */
export function Ways() {
  const t = useTexts();
  return (
    <ul className="ways">
      {WAYS.map(({ who, text, action, to }) => (
        <li key={to} className="section">
          <h2>{t(who)}</h2>
          <p>{t(text)}</p>
          <Link to={to}>{t(action)} →</Link>
        </li>
      ))}
    </ul>
  );
}
