/** A loaded page knows which picture it shows; its markup may only know the choices. */

/**
 * Copies the address that each picture of `document` shows into its twin in `doc`, a clone of it made just now.
 * Reads no layout. Without a loaded page (saved copies) it changes nothing.
 */
export function copyShownPictures(document: Document, doc: Document): void {
  const shown = Array.from(document.querySelectorAll('img'));
  const twins = Array.from(doc.querySelectorAll('img'));
  if (shown.length !== twins.length) return;
  shown.forEach((picture, index) => {
    const loaded = picture.complete && picture.naturalWidth > 1 && picture.currentSrc;
    if (!loaded) return;
    const twin = twins[index];
    // Below this a picture may be the blurred preview of one that is not there yet.
    if (twin && picture.naturalWidth > 64) twin.setAttribute('data-src', picture.currentSrc);
  });
}
