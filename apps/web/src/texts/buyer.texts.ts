import { defineTexts } from './define-texts.js';

export const buyerTexts = defineTexts({});
