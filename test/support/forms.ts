import type { Locator, Page } from 'playwright-core'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** A picture that a test sends where a person would take one. */
export const photo = { name: 'photo.png', mimeType: 'image/png', buffer: png }

/** What of a form is filled in, label by label. */
export async function fill(place: Page | Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await place.getByLabel(label, { exact: true }).last().fill(value)
}

/** Opens the form behind a button, fills it in, sends it, and waits until it has closed: then the record is on file. */
export async function form(
  place: Page | Locator,
  button: RegExp | string,
  fields: Readonly<Record<string, string>>,
  more?: (drawer: Locator) => Promise<void>,
  send?: RegExp | string,
): Promise<void> {
  await place.getByRole('button', { name: button }).first().click()
  const drawer = ('goto' in place ? place : place.page()).getByRole('dialog')
  await fill(drawer, fields)
  await more?.(drawer)
  await drawer
    .locator('form')
    .getByRole('button', { name: send ?? button })
    .last()
    .click()
  await drawer.waitFor({ state: 'hidden' })
}

/** Takes a photo or picks a file, and waits until it is on file. */
export async function sendPhoto(place: Page | Locator): Promise<void> {
  await place.locator('input[type=file]').first().setInputFiles(photo)
  await place.getByText('已上传：photo.png').first().waitFor()
}

/** Says yes to a step that others will see. */
export async function confirm(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
