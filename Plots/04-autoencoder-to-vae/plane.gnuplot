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
set xrange [-3.52864705:3.27061974]
set yrange [-3.56090947:3.83112808]
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'i' at -1.22068755,1.31648415 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'u' at 1.85044886,0.588351946 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'ku' at -1.95581411,-0.36050744 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'ko' at -0.145727395,0.494352868 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'shi' at 0.477987226,2.01771899 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'te' at -0.545325419,-0.195872132 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'to' at 0.42138698,-0.0488311105 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'no' at 0.582110147,-1.91112051 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'ro' at 1.35506751,-0.657962824 center textcolor rgb '#222222' front boxed
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'n' at -0.734218696,-1.62824955 center textcolor rgb '#222222' front boxed
set xtics 1 format '%.0f'
set ytics 1 format '%.0f'
set size ratio -1
unset key
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 2,2

set terminal pngcairo noenhanced size 800,720 font 'DejaVu Sans,11'
set output 'plane.png'
plot \
    'plane.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#660072b2' title '0', \
    'plane.dat' index 1 using 1:2 with points pointtype 5 pointsize 0.54 linecolor rgb '#66d55e00' title '1', \
    'plane.dat' index 2 using 1:2 with points pointtype 9 pointsize 0.54 linecolor rgb '#66009e73' title '2', \
    'plane.dat' index 3 using 1:2 with points pointtype 13 pointsize 0.54 linecolor rgb '#66cc79a7' title '3', \
    'plane.dat' index 4 using 1:2 with points pointtype 11 pointsize 0.54 linecolor rgb '#66e69f00' title '4', \
    'plane.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.54 linecolor rgb '#6656b4e9' title '5', \
    'plane.dat' index 6 using 1:2 with points pointtype 5 pointsize 0.54 linecolor rgb '#66222222' title '6', \
    'plane.dat' index 7 using 1:2 with points pointtype 9 pointsize 0.54 linecolor rgb '#660072b2' title '7', \
    'plane.dat' index 8 using 1:2 with points pointtype 13 pointsize 0.54 linecolor rgb '#66d55e00' title '8', \
    'plane.dat' index 9 using 1:2 with points pointtype 11 pointsize 0.54 linecolor rgb '#66009e73' title '9'

set terminal svg noenhanced size 800,720 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'plane.svg'
replot
unset output
