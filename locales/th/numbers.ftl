language-name = ไทย

number-decimal-separator = .
number-group-separator = ,
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } ไบต์
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } วิ
unit-minutes = { $number } นาที
unit-hours = { $number } ชม.

list-separator = { " " }
