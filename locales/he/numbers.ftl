language-name = עברית

number-decimal-separator = .
number-group-separator = ,
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } בייט
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } שנ׳
unit-minutes = { $number } דק׳
unit-hours = { $number } שע׳

list-separator = { ", " }
