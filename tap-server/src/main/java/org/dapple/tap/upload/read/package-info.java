/** Table files of every format that is taken, read by STIL: {@link org.dapple.tap.upload.read.TableReader} hands the rows of one to a {@link org.dapple.tap.upload.read.TableTarget}. */
package org.dapple.tap.upload.read;
