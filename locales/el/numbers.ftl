language-name = Ελληνικά

number-decimal-separator = ,
number-group-separator = .
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } byte
unit-kilobytes = { $number } kB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } δευτ.
unit-minutes = { $number } λ.
unit-hours = { $number } ώ.

list-separator = { ", " }
