/** Reads the changes that triggers note, and hears of new ones: {@link org.dapple.tap.change.db.ChangeStore}. */
package org.dapple.tap.change.db;
