package org.kontor.importing;

/**
 * An import as the engine needs it.
 *
 * @param view what everybody may see; without problems
 * @param userId who started it
 * @param cancelRequested whether somebody wants it stopped
 */
record ImportRun(ImportView view, long userId, boolean cancelRequested) {

    long id() {
        return view.id();
    }
}
