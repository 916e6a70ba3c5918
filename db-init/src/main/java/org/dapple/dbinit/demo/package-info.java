/** A believable survey to try things on: {@link org.dapple.dbinit.demo.DemoSurvey} writes it, the same one every time. */
package org.dapple.dbinit.demo;
