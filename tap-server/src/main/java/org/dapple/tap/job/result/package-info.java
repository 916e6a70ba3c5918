/** Where results of jobs lie until they are fetched: {@link org.dapple.tap.job.result.ResultStore}. */
package org.dapple.tap.job.result;
