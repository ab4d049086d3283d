export { Access, AUDIENCE, type Audience } from '@app/kernel';
