import { z } from 'zod'
import { roleFitsPlace, roleIds } from './role.ts'
import { isSocialCreditCode } from './social-credit-code.ts'

export const PlaceCode = z.string().regex(/^\d{6}$/, '应为六位行政区划代码 / a six-digit place code is needed')

export const OrganisationKind = z.enum([
  'central-authority',
  'provincial-authority',
  'county-government',
  'programme-office',
  'finance-bureau',
  'expert-body',
  'third-party',
  'contractor',
  'station',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** A body that takes part. Authorities may lack a credit code; firms may not. */
export const NewOrganisation = z
  .strictObject({
    id: z.uuid(),
    name: z.string().trim().min(2).max(100),
    socialCreditCode: z
      .string()
      .refine(isSocialCreditCode, '统一社会信用代码校验位不符（GB 32100） / the credit code fails its check (GB 32100)')
      .nullable(),
    kind: OrganisationKind,
    placeCode: PlaceCode,
  })
  .refine(value => value.socialCreditCode !== null || !['contractor', 'third-party'].includes(value.kind), {
    path: ['socialCreditCode'],
    message: '企业和第三方机构必须填写统一社会信用代码 / firms and third parties need a credit code',
  })
export type NewOrganisation = z.infer<typeof NewOrganisation>

export const NewGrant = z
  .strictObject({ role: z.enum(roleIds), placeCode: PlaceCode })
  .refine(grant => roleFitsPlace(grant.role, grant.placeCode), '角色与地区级别不符 / the role does not fit the level of the place')
export type NewGrant = z.infer<typeof NewGrant>

/** Long enough to resist guessing; NIST SP 800-63B asks for length, not for kinds of characters. */
export const Password = z.string().min(12, '密码至少 12 位 / a password has at least 12 characters').max(128)

export const NewPerson = z.strictObject({
  id: z.uuid(),
  username: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{2,39}$/,
      '用户名：小写字母开头，3–40 位小写字母、数字或连字符 / lower-case letters, digits and hyphens, 3 to 40',
    ),
  name: z.string().trim().min(2).max(40),
  organisationId: z.uuid(),
  password: Password,
  grants: z.array(NewGrant).min(1),
})
export type NewPerson = z.infer<typeof NewPerson>
