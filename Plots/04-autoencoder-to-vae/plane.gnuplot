# Where the test pictures lie
#
# Draw plane.png and plane.svg again, in this folder:  gnuplot plane.gnuplot
# It needs plane.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Where the test pictures lie' font ',13' textcolor rgb '#333333'
set xlabel 'first number of the code' textcolor rgb '#333333'
set ylabel 'second number of the code' textcolor rgb '#333333'
set xrange [-3.82824264:2.8671268]
set yrange [-3.90443316:3.73308744]
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'i' at -0.996340713,1.33458759 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'u' at 1.62557189,0.622799122 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'ku' at -1.61875949,-0.678575339 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'ko' at -0.0290299645,0.444880028 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'shi' at 0.54245484,2.10435481 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'te' at -0.991927279,0.0434375185 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'to' at 0.363785833,-0.216227055 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'no' at 0.682675261,-2.15954985 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'ro' at 1.53746989,-0.640377351 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#60ffffff' margins 0.4,0.3
set label 'n' at -0.790835528,-1.56722427 center textcolor rgb '#222222' front boxed
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset key

set terminal pngcairo noenhanced size 800,720 font 'DejaVu Sans,11'
set output 'plane.png'
plot \
    'plane.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#660072b2' title 'i', \
    'plane.dat' index 1 using 1:2 with points pointtype 5 pointsize 0.54 linecolor rgb '#66d55e00' title 'u', \
    'plane.dat' index 2 using 1:2 with points pointtype 9 pointsize 0.54 linecolor rgb '#66009e73' title 'ku', \
    'plane.dat' index 3 using 1:2 with points pointtype 13 pointsize 0.54 linecolor rgb '#66cc79a7' title 'ko', \
    'plane.dat' index 4 using 1:2 with points pointtype 11 pointsize 0.54 linecolor rgb '#66e69f00' title 'shi', \
    'plane.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#6656b4e9' title 'te', \
    'plane.dat' index 6 using 1:2 with points pointtype 5 pointsize 0.54 linecolor rgb '#66222222' title 'to', \
    'plane.dat' index 7 using 1:2 with points pointtype 9 pointsize 0.54 linecolor rgb '#660072b2' title 'no', \
    'plane.dat' index 8 using 1:2 with points pointtype 13 pointsize 0.54 linecolor rgb '#66d55e00' title 'ro', \
    'plane.dat' index 9 using 1:2 with points pointtype 11 pointsize 0.54 linecolor rgb '#66009e73' title 'n'

set terminal svg noenhanced size 800,720 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'plane.svg'
replot
unset output
