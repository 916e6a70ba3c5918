/** A believable survey to try things on, every time the same: {@link org.dapple.dbinit.demo.DemoSurvey} writes it. */
package org.dapple.dbinit.demo;
