// Parts that acceptance shows too; apart from the list of pages, so that nobody loads them with the list.
export { CountyLinks } from './county-links.tsx'
export { Facts } from './facts.tsx'
export { SiteFields, siteOfFields } from './site-fields.tsx'
export { InvoiceRulings } from './invoice-rulings.tsx'
