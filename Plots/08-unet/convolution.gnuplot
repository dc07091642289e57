# One convolution
#
# Draw convolution.png and convolution.svg again, in this folder:  gnuplot convolution.gnuplot
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
set xrange [0:748]
set yrange [266:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'One convolution' at 374,24 center font ',13' textcolor rgb '#333333'
set object rectangle from 24,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 39,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 54,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 69,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 84,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 99,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 114,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 129,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 144,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 159,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 174,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 189,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 24,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 39,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 54,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 69,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 84,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 99,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 114,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 129,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 144,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 159,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 174,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 189,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 24,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 39,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 54,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 69,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 84,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 99,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 114,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 129,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 144,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 159,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 174,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 189,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 24,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 39,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 54,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 69,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 84,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 99,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 114,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 129,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 144,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 159,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 174,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 189,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 24,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 39,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 54,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 69,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 84,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 99,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 114,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 129,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 144,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 159,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 174,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 189,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 24,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 39,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 54,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 69,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 84,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 99,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 114,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 129,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 144,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 159,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 174,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 189,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 24,61.6666667 rto 180,180 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set object rectangle from 84,91.6666667 rto 90,90 fillstyle empty border linecolor rgb '#0072b2' linewidth 2.2
set label 'a map' at 114,47.6666667 center textcolor rgb '#333333' front
set object rectangle from 328.64,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 343.64,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 358.64,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 373.64,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 388.64,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-1' at 403.64,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 328.64,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 343.64,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 358.64,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 373.64,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 388.64,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-1' at 403.64,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 328.64,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 343.64,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 358.64,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 373.64,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 388.64,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-1' at 403.64,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 328.64,106.666667 rto 90,90 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set label 'a kernel, learnt' at 373.64,92.6666667 center textcolor rgb '#333333' front
set object rectangle from 573.28,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 588.28,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 603.28,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 618.28,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 633.28,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 648.28,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 663.28,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-3' at 678.28,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 573.28,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 588.28,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 603.28,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 618.28,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 633.28,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 648.28,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 663.28,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-3' at 678.28,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 573.28,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 588.28,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 603.28,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 618.28,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 633.28,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 648.28,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 663.28,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-3' at 678.28,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 573.28,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 588.28,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 603.28,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 618.28,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 633.28,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 648.28,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 663.28,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '-3' at 678.28,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 573.28,91.6666667 rto 120,120 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set object rectangle from 633.28,121.666667 rto 30,30 fillstyle empty border linecolor rgb '#0072b2' linewidth 2.2
set label 'the result' at 633.28,77.6666667 center textcolor rgb '#333333' front
set arrow from 204,151.666667 to 325.64,151.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'times' at 262.3872,151.666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 418.64,151.666667 to 570.28,151.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'sum' at 491.4272,151.666667 center boxed front font ',9' textcolor rgb '#222222'

set terminal pngcairo noenhanced size 748,266 font 'DejaVu Sans,11'
set output 'convolution.png'
plot NaN notitle

set terminal svg noenhanced size 748,266 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'convolution.svg'
replot
unset output
