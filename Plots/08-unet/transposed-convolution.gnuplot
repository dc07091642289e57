# One transposed convolution, of stride 2
#
# Draw transposed-convolution.png and transposed-convolution.svg again, in this folder:  gnuplot transposed-convolution.gnuplot
# It needs nothing else.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:752]
set yrange [266:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'One transposed convolution, of stride 2' at 376,24 center font ',13' textcolor rgb '#333333'
set object rectangle from 69,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 84,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 99,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 114,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 129,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 144,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 69,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 84,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 99,136.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 114,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 129,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 144,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 69,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 84,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 99,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 114,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 129,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 144,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 69,106.666667 rto 90,90 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set object rectangle from 99,136.666667 rto 30,30 fillstyle empty border linecolor rgb '#0072b2' linewidth 2.2
set label 'a map' at 114,92.6666667 center textcolor rgb '#333333' front
set object rectangle from 315.8,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 330.8,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 345.8,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 360.8,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 375.8,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 390.8,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 405.8,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 420.8,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 315.8,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 330.8,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 345.8,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 360.8,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 375.8,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 390.8,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 405.8,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 420.8,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 315.8,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 330.8,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 345.8,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 360.8,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 375.8,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 390.8,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 405.8,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 420.8,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 315.8,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 330.8,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 345.8,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 360.8,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 375.8,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 390.8,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 405.8,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 420.8,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 315.8,91.6666667 rto 120,120 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set label 'a kernel, learnt' at 375.8,77.6666667 center textcolor rgb '#333333' front
set object rectangle from 547.6,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 562.6,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 577.6,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 592.6,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 607.6,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 622.6,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 637.6,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 652.6,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 667.6,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 682.6,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 697.6,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 712.6,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 547.6,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 562.6,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 577.6,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '7' at 592.6,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 607.6,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 622.6,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 637.6,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '10' at 652.6,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 667.6,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '11' at 682.6,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 697.6,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 712.6,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 547.6,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 562.6,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 577.6,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 592.6,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 607.6,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '13' at 622.6,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 637.6,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '14' at 652.6,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 667.6,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '10' at 682.6,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 697.6,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 712.6,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 547.6,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 562.6,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 577.6,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 592.6,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 607.6,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '13' at 622.6,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 637.6,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '12' at 652.6,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 667.6,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '6' at 682.6,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 697.6,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 712.6,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 547.6,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 562.6,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 577.6,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '7' at 592.6,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 607.6,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 622.6,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 637.6,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '6' at 652.6,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 667.6,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 682.6,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 697.6,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 712.6,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 547.6,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 562.6,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 577.6,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 592.6,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 607.6,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 622.6,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 637.6,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 652.6,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 667.6,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 682.6,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 697.6,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 712.6,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 547.6,61.6666667 rto 180,180 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set object rectangle from 577.6,91.6666667 rto 120,120 fillstyle empty border linecolor rgb '#0072b2' linewidth 2.2
set label 'the result, twice as large' at 637.6,47.6666667 center textcolor rgb '#333333' front
set arrow from 159,151.666667 to 312.8,151.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'times' at 232.824,151.666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 435.8,151.666667 to 544.6,151.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'added' at 488.024,151.666667 center boxed front font ',9' textcolor rgb '#222222'

set terminal pngcairo noenhanced size 752,266 font 'DejaVu Sans,11'
set output 'transposed-convolution.png'
plot NaN notitle

set terminal svg noenhanced size 752,266 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'transposed-convolution.svg'
replot
unset output
