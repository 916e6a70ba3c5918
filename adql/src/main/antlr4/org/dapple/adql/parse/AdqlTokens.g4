/* The words and signs of ADQL 2.1. Function names are no keywords: a column may be called distance. */
lexer grammar AdqlTokens;

options { caseInsensitive = true; }

ALL: 'ALL';
AND: 'AND';
AS: 'AS';
ASC: 'ASC';
BETWEEN: 'BETWEEN';
BY: 'BY';
CAST: 'CAST';
CROSS: 'CROSS';
DESC: 'DESC';
DISTINCT: 'DISTINCT';
EXCEPT: 'EXCEPT';
EXISTS: 'EXISTS';
FALSE: 'FALSE';
FROM: 'FROM';
FULL: 'FULL';
GROUP: 'GROUP';
HAVING: 'HAVING';
ILIKE: 'ILIKE';
IN: 'IN';
INNER: 'INNER';
INTERSECT: 'INTERSECT';
IS: 'IS';
JOIN: 'JOIN';
LEFT: 'LEFT';
LIKE: 'LIKE';
NATURAL: 'NATURAL';
NOT: 'NOT';
NULL: 'NULL';
OFFSET: 'OFFSET';
ON: 'ON';
OR: 'OR';
ORDER: 'ORDER';
OUTER: 'OUTER';
RIGHT: 'RIGHT';
SELECT: 'SELECT';
TOP: 'TOP';
TRUE: 'TRUE';
UNION: 'UNION';
USING: 'USING';
WHERE: 'WHERE';
WITH: 'WITH';

EQ: '=';
NE: '<>' | '!=';
LT: '<';
LE: '<=';
GT: '>';
GE: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
CONCAT: '||';
LPAREN: '(';
RPAREN: ')';
COMMA: ',';
DOT: '.';
SEMICOLON: ';';

INTEGER: DIGIT+;
HEXADECIMAL: '0X' [0-9A-F]+;
DECIMAL: DIGIT+ '.' DIGIT* | '.' DIGIT+;
APPROXIMATE: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) 'E' [+-]? DIGIT+;
STRING: '\'' (~'\'' | '\'\'')* '\'';
DELIMITED: '"' (~'"' | '""')+ '"';
IDENTIFIER: LETTER (LETTER | DIGIT | '_')*;

COMMENT: '--' ~[\r\n]* -> skip;
SPACE: [ \t\r\n\f\u00A0\uFEFF]+ -> skip;

UNTERMINATED_STRING: '\'' (~'\'' | '\'\'')*;
UNTERMINATED_DELIMITED: '"' (~'"' | '""')*;
UNRECOGNISED: .;

fragment DIGIT: [0-9];
fragment LETTER: [A-Z];
