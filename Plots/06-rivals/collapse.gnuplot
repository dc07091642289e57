# 
#
# Draw collapse.png and collapse.svg again, in this folder:  gnuplot collapse.gnuplot
# It needs collapse.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 960,1500 font 'DejaVu Sans,11'
    set output 'collapse.png'
    call 'collapse.gnuplot' 'page'
    set terminal svg noenhanced size 960,1500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'collapse.svg'
    call 'collapse.gnuplot' 'page'
    unset output
    exit
}

set multiplot

# Panel 1: no remedy, step 1200
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.8
set size 0.333333333,0.2
set title 'no remedy, step 1200' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 0 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 2: no remedy, step 2100
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0.8
set size 0.333333333,0.2
set title 'no remedy, step 2100' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 3: no remedy, step 3000
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0.8
set size 0.333333333,0.2
set title 'no remedy, step 3000' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 4: label smoothing, step 1200
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.6
set size 0.333333333,0.2
set title 'label smoothing, step 1200' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 7 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 5: label smoothing, step 2100
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0.6
set size 0.333333333,0.2
set title 'label smoothing, step 2100' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 8 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 9 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 6: label smoothing, step 3000
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0.6
set size 0.333333333,0.2
set title 'label smoothing, step 3000' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 10 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 11 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 7: code read from features, step 1200
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.4
set size 0.333333333,0.2
set title 'code read from features,'."\n".'step 1200' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 12 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 13 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 8: code read from features, step 2100
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0.4
set size 0.333333333,0.2
set title 'code read from features,'."\n".'step 2100' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 14 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 15 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 9: code read from features, step 3000
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0.4
set size 0.333333333,0.2
set title 'code read from features,'."\n".'step 3000' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 16 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 17 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 10: code read from samples, step 1200
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.2
set size 0.333333333,0.2
set title 'code read from samples,'."\n".'step 1200' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 18 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 19 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 11: code read from samples, step 2100
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0.2
set size 0.333333333,0.2
set title 'code read from samples,'."\n".'step 2100' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 20 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 21 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 12: code read from samples, step 3000
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0.2
set size 0.333333333,0.2
set title 'code read from samples,'."\n".'step 3000' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 22 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 23 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 13: minibatch discrimination, step 1200
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.333333333,0.2
set title 'minibatch discrimination,'."\n".'step 1200' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 24 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 25 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 14: minibatch discrimination, step 2100
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.333333333,0
set size 0.333333333,0.2
set title 'minibatch discrimination,'."\n".'step 2100' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 26 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 27 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'

# Panel 15: minibatch discrimination, step 3000
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.666666667,0
set size 0.333333333,0.2
set title 'minibatch discrimination,'."\n".'step 3000' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-3:3]
set yrange [-3:3]
set xtics 2 format '%.0f'
set ytics 2 format '%.0f'
set size ratio -1
unset key
plot \
    'collapse.dat' index 28 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'made', \
    'collapse.dat' index 29 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19e69f00' title 'true modes'
unset multiplot
